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

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk*; do
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
