# Item predictions-differ-per-call: digits, a network with batch normalisation and dropout.
# Shows three calls with one image in each mode, and what requests in training mode leave behind.
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
torch.manual_seed(0)
d = load_digits()
X = torch.tensor(d.images / 16, dtype=torch.float32)[:, None]
y = torch.tensor(d.target)
net = nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
                    nn.Flatten(), nn.Dropout(0.5), nn.Linear(256, 10))
opt = torch.optim.Adam(net.parameters(), 2e-3)
for _ in range(8):
    for part in torch.randperm(1200).split(64):
        opt.zero_grad()
        cross_entropy(net(X[part]), y[part]).backward()
        opt.step()
mean = net[1].running_mean


@torch.no_grad()
def calls(image):
    first = mean[0].item()
    for k in (1, 2, 3):
        p = net(X[image:image + 1])[0].softmax(0)
        print(f"call {k}: digit {int(p.argmax())}, probability {p.max():.2f}")
    return f"running mean of channel 1: {first:.4f} before, {mean[0].item():.4f} after"


net.train()                                             # as the training loop left it
state = {k: v.clone() for k, v in net.state_dict().items()}
text = calls(1207)
print(f"net.training {net.training}")
print(text)
net.load_state_dict(state)
net.eval()
text = calls(1207)
print(text)
