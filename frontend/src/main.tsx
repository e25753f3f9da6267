/** The page that `extract report` writes: reads the data that stand in it and shows them. */
import { render } from "preact";
import { App } from "./app";
import { readIndex } from "./data";
import { startTheme } from "./theme";

startTheme();
const data = readIndex(document.getElementById("index")!.textContent);
const root = document.getElementById("app")!;
root.replaceChildren();
render(<App data={data} />, root);
