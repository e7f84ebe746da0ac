# The image of Toque: `docker compose up` runs it beside a PostgreSQL; alone, it brings its own:
#   docker run --init -p 127.0.0.1:8080:8080 -v toque:/data toque

FROM python:3.13-slim AS build
# The version that the Makefile uses too; a test compares the two.
RUN pip install --no-cache-dir uv==0.13.9
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
WORKDIR /toque
# What changes seldom comes first: a change of Toque's own code does not fetch its packages again.
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-install-project
COPY README.md LICENSE ./
COPY engine engine
COPY executors executors
COPY parsers parsers
COPY rules rules
COPY sql sql
COPY demo demo
RUN uv sync --frozen --no-dev --no-editable

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home toque \
 && install --directory --owner=toque --mode=0700 /data
COPY --from=build /toque/.venv /toque/.venv
ENV PATH=/toque/.venv/bin:$PATH PYTHONUNBUFFERED=1 TOQUE_DATA_DIR=/data TOQUE_HOST=0.0.0.0
WORKDIR /data
VOLUME /data
USER toque
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/readyz', timeout=4)"]
CMD ["toque", "up"]
