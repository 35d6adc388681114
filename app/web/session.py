"""Sessions in signed cookies, with the signer made once and not for every reading and writing."""

from flask import Flask
from flask.sessions import SecureCookieSessionInterface


class SignedCookies(SecureCookieSessionInterface):
    def __init__(self, app: Flask):
        self.signer = super().get_signing_serializer(app)

    def get_signing_serializer(self, app: Flask):
        return self.signer
