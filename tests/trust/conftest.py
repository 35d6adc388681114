"""A crowd of people who may do the same work, and requests sent at the same moment over sockets."""

import threading
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from werkzeug.serving import make_server

from app.base import db, transaction
from app.people import Group, Membership, Person

FORM = "application/x-www-form-urlencoded"


class Door:
    """The product's pages at a port of their own; `knock` lets many people send something at the same moment."""

    def __init__(self, app):
        self.app = app
        self.server = make_server("127.0.0.1", 0, app, threaded=True)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def cookie(self, key: str) -> str:
        client = self.app.test_client()
        with self.app.app_context():
            person = Person.by_key(key)
        with client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = f"{person.id}.{person.session_epoch}", True
        return f"mizban={client.get_cookie('mizban').value}"

    def knock(self, posts: list[tuple[str, str, dict]]) -> list[tuple[int, str, str]]:
        """Each (person, path, data) from a thread of its own; (status, location, page) in the same order."""
        cookies = {key: self.cookie(key) for key in {key for key, _, _ in posts}}
        answers: list = [None] * len(posts)
        start = threading.Barrier(len(posts))

        def send(place, key, path, data):
            start.wait()
            answers[place] = post(self.server.server_port, path, data, cookies[key])

        threads = [threading.Thread(target=send, args=(place, *one)) for place, one in enumerate(posts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        db.session.rollback()  # on SQLite the test would go on seeing what was there before
        return answers

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


def post(port: int, path: str, data: dict, cookie: str) -> tuple[int, str, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=90)
    connection.request("POST", path, urlencode(data), {"Content-Type": FORM, "Cookie": cookie})
    answer = connection.getresponse()
    page = answer.read().decode()
    connection.close()
    return answer.status, answer.headers.get("Location", ""), page


@pytest.fixture
def door(play, desk):
    door = Door(desk.app)
    yield door
    door.close()


@pytest.fixture
def crowd(play):
    """Fifty people who are in the service desk and in procurement."""
    keys = [f"helper{count}" for count in range(50)]
    with transaction():
        people = [Person(key=key, names={"en": f"Helper {count}"}) for count, key in enumerate(keys)]
        db.session.add_all(people)
        db.session.flush()
        for group in Group.query.filter(Group.key.in_(("service-desk", "procurement"))):
            db.session.add_all(Membership(group_id=group.id, person_id=person.id) for person in people)
    return keys
