# Wederhoor in a container. The database lives in the volume /data, unless DATABASE_URL names your own.
FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY . .
# The pages are built once, here; the running container writes nothing but its data.
RUN node -e "import('./run/web.mjs').then(async ({ buildWeb }) => process.exit(await buildWeb(process.execPath)))" \
  && mkdir /data && chown node:node /data
USER node
ENV WEDERHOOR_DATA=/data WEDERHOOR_HOST=0.0.0.0
# As in run/program.mjs: a small machine is enough.
ENV MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072 MALLOC_MMAP_THRESHOLD_=131072
VOLUME /data
EXPOSE 4180
# In the form of a list: a stop reaches the program itself, which stops its database last.
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=30", "src/main.ts", "start"]
STOPSIGNAL SIGTERM
