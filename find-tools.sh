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
