"""Weights that can be trained on, from the int8 ones that ship: those of a run whose own are not kept.

python3 unpack.py NETWORK.onnx FROZEN OUT
  FROZEN  weights of which the embeddings and the lowest two layers are taken: these were never trained
"""

import re
import sys

import numpy
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file, save_file

UNTRAINED = re.compile(r"embeddings|layer\.[01]\.")


def main(network, frozen, out):
    graph = onnx.load(network).graph
    kept = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    weights = load_file(frozen)
    found = {}
    for name, value in kept.items():
        if name in weights:
            found[name] = value.reshape(weights[name].shape)
    for node in graph.node:
        packed = next((i for i in node.input if i in kept and kept[i].ndim == 2), None)
        if node.op_type == "MatMulInteger" and packed:
            base = packed.removesuffix("_quantized")
            zero = kept.get(f"{base}_zero_point", numpy.int8(0)).astype(numpy.float32)
            full = (kept[packed].astype(numpy.float32) - zero) * kept[f"{base}_scale"]
            layer = re.sub(r"(?:/|_)MatMul.*", "", node.name).strip("/").replace("/", ".")
            found[f"{layer.removesuffix('.Gemm')}.weight"] = full.T
    for name in weights:
        if not UNTRAINED.search(name):
            weights[name] = torch.from_numpy(found[name].astype(numpy.float32).copy())
    save_file({k: v.to(torch.float16).contiguous() for k, v in weights.items()}, out)


if __name__ == "__main__":
    main(*sys.argv[1:4])
