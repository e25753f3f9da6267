"""Export of trained weights to ONNX with int8 weights, and back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention
from transformers import MPNetModel, PretrainedConfig
from transformers.models.mpnet.modeling_mpnet import MPNetEncoder

from extract.errors import InputError
from extract.pipeline.components.encoder import INPUTS, OUTPUTS
from extract.pipeline.network.link_scorer import FloatArray, LinkWeights
from extract.train.network import LINK_SIZE, Network, encoder_config

_CONTRIB = "com.microsoft"
_PREFIX = "network."
# MPNet sorts the distances of pieces into so many buckets; those from _FAR on are in one.
_BUCKETS, _FAR = 32, 128
_BIAS = "position_bias"
_RELATIVE = "encoder.encoder.relative_attention_bias.weight"


class _Attention(torch.autograd.Function):
    """Attention of all heads as one operator of ONNX Runtime, which never holds the whole matrix."""

    @staticmethod
    def forward(
        ctx: Any, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None, heads: int
    ) -> Tensor:
        """(batch, pieces, width) each -> the same. bias: (1, heads, pieces, pieces), added to the scores."""
        batch, pieces, width = query.shape

        def split(x: Tensor) -> Tensor:
            return x.view(batch, pieces, heads, width // heads).transpose(1, 2)

        mixed = scaled_dot_product_attention(split(query), split(key), split(value), attn_mask=bias)
        return mixed.transpose(1, 2).reshape(batch, pieces, width)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, bias: Any, heads: int) -> Any:
        """The operator in the exported graph."""
        inputs = [query, key, value]
        if bias is not None:
            none = g.op("prim::Constant")
            none.setType(torch._C.OptionalType.ofTensor())
            inputs += [none, none, bias]
        operator = g.op(f"{_CONTRIB}::MultiHeadAttention", *inputs, num_heads_i=heads)
        return operator.setType(query.type())


class _Scores(nn.Module):
    """Network as it runs: one window without padding, outputs as log-probabilities."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        if isinstance(network.encoder, MPNetModel):
            self.register_buffer(_BIAS, _by_distance(network.encoder.encoder))

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor) -> tuple[Tensor, ...]:
        """Compute entity, role and link scores of one window.

        Inputs have shape (1, pieces), outputs (1, pieces, n).
        """
        network = self.network
        encoder = network.encoder
        words = encoder.embeddings.word_embeddings(ids)
        hidden = encoder.embeddings(inputs_embeds=words + network.shape(shapes) + network.gap(gaps))
        if isinstance(encoder, MPNetModel):
            hidden = _mpnet_layers(encoder.encoder, hidden, self.position_bias)
        else:
            hidden = _bert_layers(encoder.encoder, hidden)
        hidden = network.norm(hidden)
        entity, role = network.entity(hidden), network.role(hidden)
        return entity.log_softmax(-1), role.log_softmax(-1), network.link(hidden)


def _bert_layers(encoder: Any, hidden: Tensor) -> Tensor:
    for layer in encoder.layer:
        own = layer.attention.self
        mixed = _Attention.apply(
            own.query(hidden), own.key(hidden), own.value(hidden), None, own.num_attention_heads
        )
        hidden = layer.attention.output(mixed, hidden)
        hidden = layer.output(layer.intermediate(hidden), hidden)
    return hidden


def _mpnet_layers(encoder: Any, hidden: Tensor, by_distance: Tensor) -> Tensor:
    at = torch.arange(hidden.shape[1])
    apart = (at[None, :] - at[:, None]).clamp(-_FAR, _FAR) + _FAR
    bias = by_distance[:, apart][None]
    for layer in encoder.layer:
        own = layer.attention.attn
        mixed = _Attention.apply(own.q(hidden), own.k(hidden), own.v(hidden), bias, own.num_attention_heads)
        hidden = layer.attention.LayerNorm(own.o(mixed) + hidden)
        hidden = layer.output(layer.intermediate(hidden), hidden)
    return hidden


def _by_distance(encoder: Any) -> Tensor:
    """What MPNet adds to the attention from one piece to another, by their distance. (heads, 2 * _FAR + 1)"""
    weight: Tensor = encoder.relative_attention_bias.weight.detach()
    return weight[_distance_buckets()].T.contiguous()


def _distance_buckets() -> Tensor:
    buckets: Tensor = MPNetEncoder.relative_position_bucket(
        torch.arange(-_FAR, _FAR + 1), num_buckets=_BUCKETS
    )
    return buckets


def _by_bucket(by_distance: Tensor) -> Tensor:
    """The weights that `_by_distance` was made of, nought for the bucket that no distance has.

    (heads, 2 * _FAR + 1) -> (_BUCKETS, heads)
    """
    weight = torch.zeros((_BUCKETS, len(by_distance)))
    weight[_distance_buckets()] = by_distance.T
    return weight


def export_onnx(network: Network, path: Path, *, quantize: bool = True) -> None:
    """Write the network to `path`; with `quantize`, weights and embeddings as int8.

    Every weight keeps the name that it has in the network, so that `read_network` finds it again.
    """
    example = torch.zeros((1, 8), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Scores(network.cpu().eval()).eval(),
            (example, example, example),
            plain,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
            opset_version=17,
            custom_opsets={_CONTRIB: 1},
            dynamo=False,
        )
        model = onnx.load(plain)
        _name_weights(model.graph)
        if not quantize:
            onnx.save(model, path)
            return
        onnx.save(model, plain)
        quantize_dynamic(
            plain,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=[node.name for node in model.graph.node if _BIAS in node.input],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def _name_weights(graph: onnx.GraphProto) -> None:
    """Call the matrix in front of every bias by the name of that bias: "X.weight" for "X.bias"."""
    makers = {output: node for node in graph.node for output in node.output}
    names = {}
    for node in graph.node:
        biases = [name for name in node.input if name.endswith(".bias")]
        if node.op_type != "Add" or not biases:
            continue
        product = next((makers[name] for name in node.input if name in makers), None)
        if product is not None and product.op_type == "MatMul":
            new = biases[0].removesuffix("bias") + "weight"
            names[product.input[1]] = new
            product.input[1] = new
    for tensor in graph.initializer:
        tensor.name = names.get(tensor.name, tensor.name)


def read_network(folder: Path) -> Network:
    """Read a network to train further from a pipeline's `extract_encoder` folder.

    Weights that were int8 come back as float32. Raises InputError when they are no network of ours.
    """
    graph = onnx.load(folder / "model.onnx").graph
    heads = {
        onnx.helper.get_node_attr_value(n, "num_heads")
        for n in graph.node
        if n.domain == _CONTRIB and n.op_type == "MultiHeadAttention"
    }
    weights = _weights(graph, LinkWeights.load(folder / "links.npz"))
    try:
        (number,) = heads
        network = Network(_config(weights, number))
        network.load_state_dict(weights)
    except (KeyError, ValueError, RuntimeError) as err:
        raise InputError(
            f"{folder}: made by another version of extract, it cannot be trained further"
        ) from err
    return network


def _config(weights: dict[str, Tensor], heads: int) -> PretrainedConfig:
    words = weights["encoder.embeddings.word_embeddings.weight"]
    layers = {name.split(".")[3] for name in weights if name.startswith("encoder.encoder.layer.")}
    is_mpnet = _RELATIVE in weights
    return encoder_config(
        model_type="mpnet" if is_mpnet else "bert",
        layer_norm_eps=1e-5 if is_mpnet else 1e-12,
        vocab_size=words.shape[0],
        hidden_size=words.shape[1],
        num_hidden_layers=len(layers),
        num_attention_heads=heads,
        intermediate_size=weights["encoder.encoder.layer.0.intermediate.dense.weight"].shape[0],
        max_position_embeddings=weights["encoder.embeddings.position_embeddings.weight"].shape[0],
    )


def _weights(graph: onnx.GraphProto, links: LinkWeights) -> dict[str, Tensor]:
    """Read the weights of an exported network, by their names in `Network`."""
    found = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    out = {
        "link_role.weight": links.role,
        "link_none": links.none,
        "link_distance.weight": links.distance,
    }
    if _BIAS in found:
        out[_RELATIVE] = _by_bucket(torch.from_numpy(found[_BIAS].copy())).numpy()
    for name, array in found.items():
        if not name.startswith(_PREFIX) or name.endswith(("_scale", "_zero_point")):
            continue
        plain = name.removesuffix("_quantized")
        if plain != name:
            array = _dequantized(array, found[plain + "_scale"], found[plain + "_zero_point"])
        is_matrix = plain.endswith(".weight") and plain.removesuffix("weight") + "bias" in found
        out[plain.removeprefix(_PREFIX)] = array.T if is_matrix and array.ndim == 2 else array
    return {name: torch.from_numpy(np.array(array, dtype=np.float32)) for name, array in out.items()}


def _dequantized(values: npt.NDArray[Any], scale: npt.NDArray[Any], zero: npt.NDArray[Any]) -> FloatArray:
    plain: FloatArray = (values.astype(np.float32) - zero.astype(np.float32)) * scale
    return plain


def link_weights(network: Network) -> LinkWeights:
    """Extract the part of the link head that runs in NumPy."""

    def array(weight: Tensor) -> FloatArray:
        plain: FloatArray = weight.detach().cpu().numpy().astype(np.float32)
        return plain

    return LinkWeights(
        role=array(network.link_role.weight),
        none=array(network.link_none),
        distance=array(network.link_distance.weight),
        size=LINK_SIZE,
    )
