"""Weights to ONNX: f32, int8, and int8 as it is shipped.

python3 export.py WEIGHTS OUT.onnx VOCABULARY [GROUPS]

Writes OUT.onnx (opset 17, any number of pairs of any length), OUT-int8.onnx (weights int8 per channel, activations
quantised as they come), and from that network.onnx with its weights beside it in network.data, which the program uses
where they stand. With GROUPS, compares the first two on 100 groups.
"""

import itertools
import json
import pathlib
import sys

import numpy
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

import model as reader

INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def export(weights, out):
    model = reader.load(weights, attention="eager").eval()
    x = torch.ones(2, 9, dtype=torch.long)
    torch.onnx.export(
        model,
        (x, x, x * 0),
        out,
        input_names=list(INPUTS),
        output_names=["score"],
        opset_version=17,
        dynamo=False,
        dynamic_axes={k: {0: "b", 1: "n"} for k in INPUTS} | {"score": {0: "b"}},
    )
    small = out.replace(".onnx", "-int8.onnx")
    quantize_dynamic(out, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
    pathlib.Path("network.data").unlink(missing_ok=True)
    onnx.save_model(
        onnx.load(small),
        "network.onnx",
        save_as_external_data=True,
        all_tensors_to_one_file=True,
        location="network.data",
    )
    return small


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def scores(run, tk, pairs):
    """Scores of (question, title, sentence), 16 at a time in order of length."""
    made = [reader.tokens(tk, *p) for p in pairs]
    order, found = sorted(range(len(made)), key=lambda k: len(made[k][0])), numpy.zeros(len(made))
    for i in range(0, len(order), 16):
        part = order[i : i + 16]
        found[part] = run.run(
            None, dict(zip(INPUTS, (t.numpy() for t in reader.batch([made[k] for k in part]))))
        )[0]
    return found


def main(weights, out, vocabulary, groups=None):
    small = export(weights, out)
    if groups:
        with open(groups, encoding="utf-8") as f:
            some = [json.loads(line) for line in itertools.islice(f, 100)]
        pairs = [(g["q"], t, s) for g in some for t, s, _ in g["cands"]]
        tk = reader.tokenizer(vocabulary)
        a, b = (scores(session(p), tk, pairs) for p in (out, small))
        print(
            f"int8 and f32: correlation {numpy.corrcoef(a, b)[0, 1]:.4f}, mean difference {numpy.abs(a - b).mean():.3f}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:5])
