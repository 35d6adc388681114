"""A bounded store of things that never change, shared by the threads of a process."""

from collections import OrderedDict
from threading import Lock


class Store:
    """The most lately used `room` things, by key. Making a thing happens outside: no lock is held meanwhile, because
    making reads the database, and a waiting writer would wait for a reader that waits for it."""

    def __init__(self, room: int):
        self.room = room
        self._things = OrderedDict()
        self._lock = Lock()

    def get(self, key):
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def put(self, key, thing):
        """The thing kept under `key`: the first that was put there."""
        with self._lock:
            thing = self._things.setdefault(key, thing)
            self._things.move_to_end(key)
            while len(self._things) > self.room:
                self._things.popitem(last=False)
            return thing

    def forget(self, key):
        """Make room for another thing under this key."""
        with self._lock:
            self._things.pop(key, None)

    def clear(self):
        with self._lock:
            self._things.clear()

    def __len__(self):
        return len(self._things)
