"""The pages of people: signing in, how one reads, one's own page, finding somebody."""

from app.people.routes.me import blueprint as me
from app.people.routes.picking import blueprint as picking
from app.people.routes.signing import blueprint as signing

blueprints = (signing, picking, me)
