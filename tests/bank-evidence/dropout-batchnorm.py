# Item dropout-batchnorm: both layers called on the same numbers in training and in eval mode.
# Shows the outputs of dropout on ones, and of batch normalisation for one row in two batches.
import torch
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(4)


def show(t):
    return " ".join(f"{v:>5.2f}" for v in (t.flatten().round(decimals=2) + 0.0).tolist())


drop, norm = nn.Dropout(0.5), nn.BatchNorm1d(1)
ones = torch.ones(6)
for mode in (True, False):
    drop.train(mode)
    print(f"dropout    {'training' if mode else 'eval':<9}", show(drop(ones)))
for _ in range(200):
    norm(torch.randn(64, 1) * 2 + 10)                   # training: learns mean 10, deviation 2
batches = torch.tensor([[12.], [10.], [8.]]), torch.tensor([[12.], [13.], [14.]])
with torch.no_grad():
    for mode in (True, False):
        norm.train(mode)
        for b in batches:
            print(f"batch norm {'training' if mode else 'eval':<9}", show(b), "->", show(norm(b)))
