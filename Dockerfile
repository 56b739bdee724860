FROM node:24-bookworm-slim AS build
WORKDIR /forum
COPY . .
RUN npm ci --no-audit --no-fund && npx nx run-many -t build --projects=@expert-forum/api,@expert-forum/web --outputStyle=static \
 && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/expert-forum
WORKDIR /forum
COPY --from=build --chown=node:node /forum .
RUN install -d -o node -g node "$DATA_DIR"
USER node
EXPOSE 3000
VOLUME /var/lib/expert-forum
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
