# Item loss-nan: a small network whose log loss is written out by hand in single precision.
# Shows the training log, the first step that is not finite, and the run with the built-in loss.
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

torch.set_num_threads(1)


def by_hand(z, y):
    p = torch.sigmoid(z)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


def run(loss_of, shown, steps):
    torch.manual_seed(42)
    X, w = torch.randn(2000, 20), torch.randn(20)
    y = (X @ w > 0).float()
    net = nn.Sequential(nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 1))
    opt = torch.optim.Adam(net.parameters(), 0.0016)
    seen = False
    for step in range(steps):
        i = torch.randint(0, 2000, (64,))
        z = net(X[i])[:, 0]
        loss = loss_of(z, y[i])
        opt.zero_grad()
        loss.backward()
        g = torch.cat([q.grad.flatten() for q in net.parameters()]).norm()
        if step in shown:
            print(f"step {step:>4}  loss {loss:.3f}  gradient norm {g:.2f}")
        if not torch.isfinite(loss) and not seen:
            seen = True
            k = z.argmax()
            facts.append(f"largest score {z[k]:.2f}, label {y[i][k]:.0f}, sigmoid {torch.sigmoid(z[k]):.8f}")
            facts.append(f"inputs finite: {bool(torch.isfinite(X[i]).all())}, "
                         f"weights finite: {all(bool(torch.isfinite(q).all()) for q in net.parameters())}")
        opt.step()


facts = []
run(by_hand, (0, 100, 200, 298, 299, 300, 301), 302)
print("\n".join(facts))
run(binary_cross_entropy_with_logits, (0, 100, 200, 299, 300, 301, 1000), 1001)
