# Item gpu-out-of-memory: bytes that autograd keeps for a backward pass, counted on the CPU.
# Shows the figure at five moments of two epochs: as written, then repaired.
import torch
from torch import nn
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
held = 0


class Kept:
    def __init__(self, t):
        global held
        self.t, self.size = t.detach(), t.numel() * t.element_size()
        held += self.size

    def __del__(self):
        global held
        held -= self.size


def run(guard):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(64, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 10))
    opt = torch.optim.SGD(net.parameters(), 0.01)
    X, y = torch.randn(256, 64), torch.randint(0, 10, (256,))
    for epoch in (1, 2):
        print(f"epoch {epoch}, before training {held / 1e6:>8.1f}")
        for _ in range(3):
            opt.zero_grad()
            loss = cross_entropy(net(X), y)
            peak = held
            loss.backward()
            opt.step()
        print(f"epoch {epoch}, training step   {peak / 1e6:>8.1f}")
        val = 0
        with torch.set_grad_enabled(not guard):
            for _ in range(10):
                val += cross_entropy(net(X), y)
        print(f"epoch {epoch}, after validation {held / 1e6:>7.1f}")


with torch.autograd.graph.saved_tensors_hooks(Kept, lambda k: k.t):
    run(False)
    print()
    run(True)
