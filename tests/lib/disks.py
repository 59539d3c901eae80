"""Small and read-only file systems for a test, seen by it and its children alone and gone with them.

It takes a mount name space: root has one for the asking, others get it with a user name space of their own where the
kernel allows that.  Where it does not, `available()` is false and a test says what it does instead.
"""
import ctypes
import functools
import os

CLONE_NEWNS, CLONE_NEWUSER = 0x00020000, 0x10000000
MS_RDONLY, MS_REMOUNT, MS_REC, MS_PRIVATE = 0x1, 0x20, 0x4000, 0x40000
MNT_DETACH = 2
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2
PAGE_BYTES = os.sysconf("SC_PAGESIZE")

libc = ctypes.CDLL(None, use_errno=True)


def call(result):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def mount(target, kind, flags, options=None):
    call(libc.mount(b"viva-test", str(target).encode(), kind, ctypes.c_ulong(flags), options))


@functools.cache
def available():
    """Enters the name space; this process stays in it."""
    user, group = os.geteuid(), os.getegid()
    try:
        if user == 0:
            call(libc.unshare(CLONE_NEWNS))
        else:
            call(libc.unshare(CLONE_NEWNS | CLONE_NEWUSER))
            for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
                with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                    file.write(text)
        mount("/", b"", MS_REC | MS_PRIVATE)
    except OSError as error:
        print(f"no file systems of a test's own here: {error}")
        return False
    return True


class SmallDisk:
    """A file system of `size` bytes in the place of an empty folder."""

    def __init__(self, folder, size):
        self.folder = folder
        self.filler = folder / "filler"
        mount(folder, b"tmpfs", 0, b"size=%d,mode=0700" % size)

    def fill(self, slack):
        """Leaves room for so many pages; False if there is less already."""
        free = os.statvfs(self.folder).f_bavail - slack
        if free < 0:
            return False
        with self.filler.open("ab") as file:
            file.write(bytes(free * PAGE_BYTES))
        return True

    def make_room(self):
        self.filler.unlink(missing_ok=True)

    def read_only(self, yes):
        mount(self.folder, b"tmpfs", MS_REMOUNT | (MS_RDONLY if yes else 0))

    def close(self):
        call(libc.umount2(str(self.folder).encode(), MNT_DETACH))


def obey_modes():
    """From now on what this process starts is refused what modes forbid, also if it belongs to root."""
    if os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            call(libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0))
