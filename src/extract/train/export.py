"""From trained weights to a pipeline that `spacy.load` reads: ONNX, int8 weights."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from extract.components.encoder import INPUTS, OUTPUTS
from extract.links import FloatArray, LinkWeights
from extract.train.network import LINK_SIZE, Network


class _Scores(nn.Module):
    """The network with its outputs as log-probabilities, so that nothing is normalized at run time."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        entity, role, link = self.network(ids, shapes, gaps, mask)
        return entity.log_softmax(-1), role.log_softmax(-1), link


def export_onnx(network: Network, path: Path, *, quantize: bool = True) -> None:
    """Write the network to `path`; with `quantize`, weights and embeddings as int8."""
    example = torch.ones((2, 8), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Scores(network.cpu().eval()).eval(),
            (example, example * 0, example * 0, example),
            plain,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
            opset_version=17,
            dynamo=False,
        )
        if quantize:
            quantize_dynamic(
                plain,
                path,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
                extra_options={"MatMulConstBOnly": True},
            )
        else:
            onnx.save(onnx.load(plain), path)


def link_weights(network: Network) -> LinkWeights:
    """The part of the link head that runs in NumPy."""

    def array(weight: Tensor) -> FloatArray:
        plain: FloatArray = weight.detach().cpu().numpy().astype(np.float32)
        return plain

    return LinkWeights(
        role=array(network.link_role.weight),
        none=array(network.link_none),
        distance=array(network.link_distance.weight),
        size=LINK_SIZE,
    )
