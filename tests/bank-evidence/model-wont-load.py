# Item model-wont-load: a pickle made with version 1 of a small package, loaded with version 2.
# First the moved module, then the renamed attribute that an alias for the module leaves hidden.
import os
import subprocess
import sys
import tempfile

OLD = """
class Clip:
    def fit(self, values):
        self.upper = max(values)
        return self
    def apply(self, values):
        return [min(v, self.upper) for v in values]
"""
NEW = OLD.replace("self.upper", "self.limit_")
MAKE = "import pickle, prep.clip; pickle.dump(prep.clip.Clip().fit([1, 5]), open('model.pkl', 'wb'))"
LOAD = "import pickle; model = pickle.load(open('model.pkl', 'rb'))"
ALIAS = ("import sys, prep.transforms; sys.modules['prep.clip'] = prep.transforms; " + LOAD
         + "; print('loaded'); model.apply([9])")


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def run(code, folder):
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=folder, capture_output=True, text=True)
    sys.stdout.write(done.stdout)
    print(*done.stderr.splitlines()[-1:], sep="\n", end="\n" if done.stderr else "")


with tempfile.TemporaryDirectory() as folder:
    os.mkdir(folder + "/prep")
    write(folder + "/prep/__init__.py", "")
    write(folder + "/prep/clip.py", OLD)
    run(MAKE, folder)
    os.remove(folder + "/prep/clip.py")
    write(folder + "/prep/transforms.py", NEW)
    run(LOAD, folder)
    run(ALIAS, folder)
