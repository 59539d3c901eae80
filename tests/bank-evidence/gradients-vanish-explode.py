# Item gradients-vanish-explode: thirty layers of 128 units with fresh weights, one batch.
# Shows the norm of the gradient with respect to the output of layers 30, 20, 10 and 1.
import torch
from torch import nn

torch.set_num_threads(1)


def run(name, act, gain, skip=False):
    torch.manual_seed(0)
    h, outs = torch.randn(256, 128), []
    for _ in range(30):
        w = torch.randn(128, 128) * gain / 128 ** 0.5
        w.requires_grad_()
        h = h + act(h @ w) if skip else act(h @ w)
        h.retain_grad()
        outs.append(h)
    (h @ torch.randn(128, 1)).mean().backward()
    g = [outs[i - 1].grad.norm().item() for i in (30, 20, 10, 1)]
    print(f"{name:<24}" + "".join(f"{v / g[0]:>9.0e}" for v in g))


print("layer                          30       20       10        1")
run("sigmoid, std 1", torch.sigmoid, 1)
run("ReLU, std 1", torch.relu, 1)
run("ReLU, std 2", torch.relu, 2)
run("ReLU, std 1.41 (He)", torch.relu, 2 ** 0.5)
run("ReLU, std 0.3, skip", torch.relu, 0.3, True)
