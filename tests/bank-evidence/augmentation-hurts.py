# Item augmentation-hurts: a small network on 8 x 8 digits, with and without flips in training.
# Shows accuracy in training and test, by digit, the commonest errors, and a longer run with flips.
import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn
from torch.nn.functional import cross_entropy, pad

torch.set_num_threads(1)
d = load_digits()
X = torch.tensor(d.images / 16, dtype=torch.float32)[:, None]
y = torch.tensor(d.target)
a, b = train_test_split(np.arange(len(y)), test_size=0.5, random_state=0, stratify=d.target)


def flips(x):
    for axis in (2, 3):
        m = torch.rand(len(x), 1, 1, 1) < 0.5
        x = torch.where(m, x.flip(axis), x)
    return x


def shifts(x):
    i, j = torch.randint(0, 3, (2,)).tolist()           # one shift per batch, by up to one pixel
    return pad(x, (1, 1, 1, 1))[:, :, i:i + 8, j:j + 8]


def train(change, epochs=40):                            # yields the predictions every 40 epochs
    torch.manual_seed(0)
    net = nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
                        nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(512, 10))
    opt = torch.optim.Adam(net.parameters(), 2e-3)
    for epoch in range(1, epochs + 1):
        for part in torch.randperm(len(a)).split(64):
            opt.zero_grad()
            cross_entropy(net(change(X[a][part])), y[a][part]).backward()
            opt.step()
        if epoch % 40 == 0:
            with torch.no_grad():
                yield net(X[a]).argmax(1), net(X[b]).argmax(1)


def line(name, p, q):
    print(f"{name:<17} {(p == y[a]).float().mean():>8.2f} {(q == y[b]).float().mean():>5.2f}")


flipped = list(train(flips, 120))
result = {"none": next(train(lambda x: x)), "flips": flipped[0], "shifts": next(train(shifts))}
print("                  training  test")
for name, (p, q) in result.items():
    line(name, p, q)
line("flips, 120 epochs", *flipped[2])
print("digit    " + "".join(f"{c:>6}" for c in range(10)))
for name, (p, q) in result.items():
    print(f"{name:<9}" + "".join(f"{(q[y[b] == c] == c).float().mean():>6.2f}" for c in range(10)))
C = np.zeros((10, 10), int)
np.add.at(C, (y[b].numpy(), result["flips"][1].numpy()), 1)
np.fill_diagonal(C, 0)
print("flips, errors: " + ", ".join(
    f"{i // 10} as {i % 10} ({C.flat[i]})" for i in np.argsort(-C, axis=None)[:4]))
