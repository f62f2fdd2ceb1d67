# Images of the Cluster edition, one target each: docker build --target silo .  and  docker build --target gateway .
# Where Orleans' packages do not come from the public registry, name a feed (--build-arg PACKAGE_SOURCE=https://...) or a folder of packages (--build-context packages=/path).
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME=mcr.microsoft.com/dotnet/aspnet:10.0
ARG NODE=node:22-bookworm-slim

FROM scratch AS packages

FROM ${NODE} AS web
WORKDIR /source/src/Web
COPY src/Web/package.json src/Web/package-lock.json ./
COPY src/Web/client/package.json client/
COPY src/Web/widget/package.json widget/
COPY src/Web/console/package.json console/
COPY src/Web/demo/package.json demo/
RUN npm ci --no-audit --no-fund
COPY src/Web/ ./
RUN npm run build

FROM ${SDK} AS build
ARG PACKAGE_SOURCE=
ARG ORLEANS_VERSION=
WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ src/
RUN --mount=type=bind,from=packages,target=/packages --mount=type=cache,target=/root/.nuget/packages \
    for project in Silo Gateway; do \
      dotnet publish src/$project/$project.csproj -c Release -p:Edition=Cluster -p:SkipWeb=true -p:UseAppHost=false \
        ${ORLEANS_VERSION:+-p:OrleansVersion=$ORLEANS_VERSION} "-p:RestoreAdditionalProjectSources=/packages%3B$PACKAGE_SOURCE" -o /out/$project || exit 1; \
    done; \
    mkdir /out/attachments

# Nobody's shell is needed at run time: RUNTIME may be a chiseled image that has the data of languages and time zones ("-extra").
FROM ${RUNTIME} AS silo
WORKDIR /app
COPY --from=build /out/Silo/ ./
COPY --from=build --chown=$APP_UID:$APP_UID /out/attachments/ /attachments/
ENV ASPNETCORE_HTTP_PORTS=
USER $APP_UID
EXPOSE 8081 11111 30000
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "Grainline.Silo.dll"]
CMD ["--urls", "http://0.0.0.0:8081"]

FROM ${RUNTIME} AS gateway
WORKDIR /app
COPY --from=build /out/Gateway/ ./
COPY --from=web /source/src/Web/dist/console/ wwwroot/console/
COPY --from=web /source/src/Web/dist/widget/ wwwroot/widget/
COPY --from=web /source/src/Web/dist/demo/ wwwroot/demo/
COPY --from=build --chown=$APP_UID:$APP_UID /out/attachments/ /attachments/
ENV ASPNETCORE_HTTP_PORTS=
USER $APP_UID
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "Grainline.Gateway.dll"]
CMD ["--urls", "http://0.0.0.0:8080"]
