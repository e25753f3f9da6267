"""`extract schema`: print the schemas of records and tables."""

from __future__ import annotations

import click


@click.command()
@click.option("--table", is_flag=True, help="The Frictionless Table Schema of CSV, Excel and Parquet files.")
def schema(table: bool) -> None:
    """Print the JSON Schema of a record.

    It is made from the one definition of all formats. Every line of records.jsonl is valid under it; --table
    has the columns of the flat formats.

    \b
    Examples:
      extract schema > record.schema.json
      extract schema --table
    """
    from pydantic_core import to_json

    from extract.record.schemas import record_schema, table_schema

    click.echo(to_json(table_schema() if table else record_schema(), indent=2).decode())
