#!/usr/bin/env bash
# Lays out the home of an OpenSearch server, made from the jars of Maven Central
# alone, and prints its folder. The version is that of pom.xml.
#
#   install.sh [FOLDER]            does nothing where FOLDER is there already
#   install.sh --check [FOLDER]    prints what this machine lacks to install and
#                                  run the server, and then exits with 1
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$(sed -n 's:.*<opensearch.version>\(.*\)</.*:\1:p' "$here/pom.xml")
check=
if [[ ${1:-} == --check ]]; then check=yes; shift; fi
home=${1:-${CARGO_TARGET_DIR:-$here/../../../target}/opensearch-$version}

lacks() { printf '%s\n' "$*"; exit 1; }

if [[ $check ]]; then
    # The server of 2.x needs the security manager, which Java 24 no longer has.
    java=$(java -version 2>&1) || lacks "there is no java"
    java=$(sed -n '1s/.*version "\([0-9]*\).*/\1/p' <<<"$java")
    [[ ${java:-0} -ge 17 && $java -lt 24 ]] || lacks "java is not of version 17 to 23"
    # The server refuses to run as root.
    [[ $(id -u) -ne 0 ]] || command -v setpriv >/dev/null || lacks "there is no setpriv"
    [[ -d $home ]] || command -v mvn >/dev/null || lacks "there is no mvn"
    exit
fi

# Makes a module of the server, a folder with its own jars and a description.
# $1 the module's name, $2 its main class, then the jars as patterns.
module() {
    local folder=$new/modules/$1 name=$1 class=$2 jar
    shift 2
    mkdir -p "$folder"
    for jar in "$@"; do mv "$new/lib"/$jar "$folder/"; done
    printf '%s\n' "name=$name" "description=$name" "version=$version" "opensearch.version=$version" \
        "java.version=11" "classname=$class" >"$folder/plugin-descriptor.properties"
}

if [[ ! -d $home ]]; then
    mkdir -p "$(dirname "$home")"
    new=$(mktemp -d "$home.XXXXXX")
    trap 'rm -rf "$new"' EXIT
    chmod 755 "$new"
    mkdir "$new"/{bin,lib,modules,plugins}
    mvn -q -B -Dstyle.color=never -f "$here/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$new/lib" >&2
    module transport-netty4 org.opensearch.transport.Netty4Plugin \
        'transport-netty4-client-*.jar' 'netty-*.jar'
    module analysis-common org.opensearch.analysis.common.CommonAnalysisPlugin 'analysis-common-*.jar'
    module lang-painless org.opensearch.painless.PainlessPlugin \
        'lang-painless-*.jar' 'opensearch-scripting-painless-spi-*.jar' 'antlr4-*.jar' 'asm-*.jar'
    # What the security manager must let scripts and the network do: the published jars lack it.
    cat >"$new/modules/lang-painless/plugin-security.policy" <<'POLICY'
grant {
  permission java.lang.RuntimePermission "createClassLoader";
  permission java.lang.RuntimePermission "getClassLoader";
};
POLICY
    cat >"$new/modules/transport-netty4/plugin-security.policy" <<'POLICY'
grant {
  permission java.net.SocketPermission "*", "accept,connect,listen,resolve";
  permission java.io.FilePermission "/proc/sys/net/core/somaxconn", "read";
  permission java.util.PropertyPermission "sun.nio.ch.bugLevel", "write";
  permission java.lang.RuntimePermission "getClassLoader";
  permission java.lang.RuntimePermission "setContextClassLoader";
  permission java.lang.RuntimePermission "accessDeclaredMembers";
};
POLICY
    # Another run may have been quicker.
    [[ -d $home ]] || mv "$new" "$home"
fi
cd "$home" && pwd
