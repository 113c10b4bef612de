"""The reader: a BERT of 12 layers that scores (question, title, sentence); 0 is "none of these".

Input: [CLS] question (28) [SEP] title (20) : sentence [SEP], 76 tokens, type 1 from the title on.
Head: Linear(first token and mean of all tokens) -> one score.
"""

import torch
from safetensors.torch import load_file, save_file
from tokenizers import BertWordPieceTokenizer
from torch import nn
from transformers import BertConfig, BertModel

MAX_QUESTION, MAX_BEFORE, MAX_TITLE, MAX_TOKENS = 28, 20, 20, 76
CLS, SEP, COLON = 101, 102, 1024


def tokenizer(vocabulary):
    return BertWordPieceTokenizer(vocabulary, lowercase=True)


def tokens(tk, question, title, sentence, before=""):
    """Token ids, and where type 1 starts. What is too long loses its tail. The question before it, if any, has a
    place of its own, so that it takes nothing from the sentence."""

    def encode(text):
        return tk.encode(text, add_special_tokens=False).ids

    a, b, c = encode(question)[:MAX_QUESTION], encode(title)[:MAX_TITLE], encode(sentence)
    right = ((b + [COLON] if b else []) + c)[: MAX_TOKENS - len(a) - 3]
    if before:
        a = [*a, SEP, *encode(before)[:MAX_BEFORE]]
    return [CLS, *a, SEP, *right, SEP], len(a) + 2


def batch(pairs):
    """Tensors of pairs from `tokens`, padded to the longest."""
    longest = max(len(ids) for ids, _ in pairs)
    ids = torch.zeros(len(pairs), longest, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for k, (i, start) in enumerate(pairs):
        ids[k, : len(i)] = torch.tensor(i)
        mask[k, : len(i)] = 1
        types[k, start : len(i)] = 1
    return ids, mask, types


class Reader(nn.Module):
    def __init__(self, layers=12, width=384, heads=12, inner=1536, attention="sdpa"):
        super().__init__()
        config = BertConfig(
            vocab_size=30522,
            hidden_size=width,
            num_hidden_layers=layers,
            num_attention_heads=heads,
            intermediate_size=inner,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            attn_implementation=attention,
        )
        self.bert = BertModel(config, add_pooling_layer=False)
        self.head = nn.Linear(2 * width, 1)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.bert(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state.float()
        mask = attention_mask.unsqueeze(-1).float()
        mean = (hidden * mask).sum(1) / mask.sum(1)
        return self.head(torch.cat([hidden[:, 0], mean], 1)).squeeze(1)


def load(path, **options):
    """A reader from its own weights, or with a new head from those of bge-small-en-v1.5 (model.safetensors)."""
    model, weights = Reader(**options), {k: v.float() for k, v in load_file(path).items()}
    if "head.weight" in weights:
        model.load_state_dict(weights)
    else:
        weights = {
            k.removeprefix("bert."): v
            for k, v in weights.items()
            if "pooler" not in k and "position_ids" not in k
        }
        model.bert.load_state_dict(weights)
    return model


def save(model, path):
    save_file({k: v.to(torch.float16).contiguous() for k, v in model.state_dict().items()}, path)
