"""Alembic's entrance: the connection comes from `store.migrate`, which has begun the transaction."""

from alembic import context

from store import account, history, kinds  # noqa: F401 tables are known once their modules are loaded
from store.entry import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
context.run_migrations()
