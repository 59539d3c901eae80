# Item loss-stays-at-ln10: a small network on 8 x 8 digits scaled to bytes 0..255.
# Shows the training log, the state of the hidden units, the run with scaled pixels, one batch alone.
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
d = load_digits()
images = torch.tensor(d.images * 15.9375, dtype=torch.float32).round().reshape(-1, 64)
labels = torch.tensor(d.target)


def fresh():
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
    return net, torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)


def run(x, show):
    net, opt = fresh()
    for epoch in range(21):
        if epoch in show:
            with torch.no_grad():
                z = net(x)
                print(f"epoch {epoch:>2}  loss {cross_entropy(z, labels):>6.3f}  "
                      f"accuracy {(z.argmax(1) == labels).float().mean():.2f}")
        for part in torch.randperm(len(x)).split(64):
            opt.zero_grad()
            cross_entropy(net(x[part]), labels[part]).backward()
            opt.step()
    return net


net = run(images, (0, 1, 2, 5, 20))
net.zero_grad()
cross_entropy(net(images), labels).backward()
act = net[1](net[0](images)) > 0
print("hidden units active for some image:", int(act.any(0).sum()), "of 128")
print(f"gradient norm: layer 1 {net[0].weight.grad.norm():.4f},",
      f"output bias {net[2].bias.grad.norm():.4f}")
run(images / 255, (0, 1, 2, 5, 20))
for name, x in ("bytes", images[:32]), ("divided by 255", images[:32] / 255):
    net, opt = fresh()
    for _ in range(300):
        opt.zero_grad()
        loss = cross_entropy(net(x), labels[:32])
        loss.backward()
        opt.step()
    print(f"one batch of 32, 300 steps, {name}: loss {loss:.3f}")
