# syntax=docker/dockerfile:1

# Everything, to build with.
FROM node:24-slim AS build
WORKDIR /weft
COPY package.json package-lock.json .npmrc ./
# Scripts are left out: what they fetch is another Node, and what they build has no sources yet.
RUN npm ci --ignore-scripts
COPY . .
RUN node bin/pack-server.ts /packed

# What the server needs, and nothing else. It writes no file, so its root may be read-only.
FROM node:24-slim
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    PORT=3000
WORKDIR /weft
COPY --from=build /packed ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
