# The API, the indexer and the key maker in one image; docker-compose.yml says which of them runs.
FROM node:24.21.0-slim

ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app

# The image brings Node itself, so nothing has to be installed by a script.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

COPY scripts scripts
COPY data data
COPY indexer indexer
COPY src src

# Written at run time: the embedded index, and the keys that docker-compose.yml keeps in volumes. A new
# volume takes over the owner of the folder it is mounted on.
RUN mkdir -p .dateline /keys/master /keys/search /keys/index && chown -R node:node .dateline /keys
USER node

EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/server.ts"]
