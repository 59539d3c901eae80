# Item tokeniser-mismatch: word ids given in the order of a Python set, which changes with each process.
# Shows training and service accuracy, some word ids in both, and the repair with a stored word list.
import os
import subprocess
import sys
import tempfile

if len(sys.argv) == 1:
    with tempfile.TemporaryDirectory() as d:
        lines = []
        for seed, part in ("1", "train"), ("2", "serve"):
            env = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "1"}
            lines += subprocess.run([sys.executable, __file__, part, d], check=True, text=True,
                                    capture_output=True, env=env).stdout.splitlines()
    print(*(lines[i] for i in (0, 2, 1, 3, 4, 5)), sep="\n")
    sys.exit()

import json
import random

import torch
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(0)
rnd = random.Random(5)
GOOD = "great good love fast kind perfect happy easy nice thanks".split()
BAD = "broken bad late rude slow wrong angry refund poor never".split()
REST = [f"w{i}" for i in range(380)]


def mail():
    y = rnd.random() < 0.5
    words = rnd.choices(REST, k=12) + rnd.choices(GOOD if y else BAD, k=2) + rnd.choices(GOOD + BAD, k=1)
    return words, int(y)


mails = [mail() for _ in range(3000)]
train, test = mails[:2000], mails[2000:]
part, folder = sys.argv[1:]


def net_of(n):
    return nn.Sequential(nn.EmbeddingBag(n, 16), nn.Linear(16, 2))


def encode(vocab, rows):
    return torch.tensor([[vocab[w] for w in words] for words, y in rows])


def accuracy(net, vocab, rows):
    y = torch.tensor([y for _, y in rows])
    return (net(encode(vocab, rows)).argmax(1) == y).float().mean()


words = {w for row, y in train for w in row}
vocab = {w: i for i, w in enumerate(words)}
net = net_of(len(vocab))
if part == "train":
    opt = torch.optim.Adam(net.parameters(), 0.02)
    x, y = encode(vocab, train), torch.tensor([y for _, y in train])
    for _ in range(60):
        opt.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
    torch.save(net.state_dict(), folder + "/w.pt")
    json.dump(vocab, open(folder + "/vocab.json", "w"))
net.load_state_dict(torch.load(folder + "/w.pt"))
net.eval()
name = "training job" if part == "train" else "service"
print(f"{name:<12}  words {len(vocab)}  test accuracy {accuracy(net, vocab, test):.2f}")
print(f"{name:<12}  refund {vocab['refund']:>3}  broken {vocab['broken']:>3}  great {vocab['great']:>3}")
if part == "serve":
    stored = json.load(open(folder + "/vocab.json"))
    print(f"service with the stored word list: {accuracy(net, stored, test):.2f}")
    print("words with the same id in both:", sum(stored[w] == vocab[w] for w in vocab))
