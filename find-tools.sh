# Sourced by ./run and ./test: finds a JDK 25, Maven and Node, or says what is missing and how to get it.

cannot() {
  echo "" >&2
  echo "Masar cannot start: $1" >&2
  echo "What to do: $2" >&2
  exit 2
}

java_version() {
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'
}

# MASAR_JDK_FOLDER names the one folder of JDKs to look into instead of the usual ones.
find_jdk() {
  local candidate home=${HOME:-/nonexistent}
  local folders=(/usr/lib/jvm/* "$home"/.sdkman/candidates/java/* "$home"/.jdks/*
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk*)
  [ -z "${MASAR_JDK_FOLDER:-}" ] || folders=("$MASAR_JDK_FOLDER"/*)
  for candidate in "${JAVA_HOME:-}" "${folders[@]}"; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_version "$candidate")" = 25 ]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  cannot "no JDK 25 was found on this machine." "install one (for example Eclipse Temurin 25) or set JAVA_HOME to it."
}

find_build_tools() {
  command -v mvn >/dev/null || cannot "Maven is not installed." "install the package maven (3.8.7 or newer)."
  command -v node >/dev/null && command -v npm >/dev/null ||
    cannot "Node and npm are needed to build (not to run)." "install Node 20 or newer with npm."
  [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ] ||
    cannot "Node $(node --version) is too old to build." "install Node 20 or newer."
}

# Builds the product into target/masar: the jar, its libraries beside it, and the JDK's cache of a first start, with which
# every later start takes half the time. The JDK passes over a cache that does not fit; nothing depends on it.
package_masar() {
  local folder=$top/target/masar trained=$top/target/training
  (cd "$top" && mvn -q -B -ntp package -Dmaven.test.skip.exec=true) >&2 || cannot "the build failed." "read the lines above."
  rm -rf "$folder" "$trained" "$trained".*
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$top/target/masar.jar" extract --destination "$folder" >&2
  train_start "$folder" "$trained" || echo "Without the cache of a first start: starts take longer." >&2
}

# One collector thread suits a heap this small on a machine this small: it starts sooner and takes less memory.
java_options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx512m --enable-native-access=ALL-UNNAMED)

train_start() {
  local folder=$1 trained=$2 process
  mkdir "$trained.log" && mkdir "$trained.home"
  MASAR_DATABASE_URL='' "$JAVA_HOME/bin/java" "${java_options[@]}" -XX:AOTCacheOutput="$folder/masar.aot" -jar "$folder/masar.jar" \
    --port 0 --data "$trained.home/data" --empty >"$trained.log/out" 2>&1 &
  process=$!
  for _ in $(seq 1200); do
    if grep -q "^Masar is ready" "$trained.log/out" || ! kill -0 "$process" 2>/dev/null; then break; fi
    sleep 0.1
  done
  kill "$process" 2>/dev/null || true
  wait "$process" || true
  rm -rf "$trained.home"
  [ -f "$folder/masar.aot" ]
}
