@echo off
rem Starts handoff with a JDK, 17 or newer: that of JAVA_HOME, else java on the PATH. Builds target\handoff.jar where it is
rem missing; after a change of the sources build it again with "mvn package". HANDOFF_JAVA_OPTS holds options for the JVM.
setlocal
set "JAR=%~dp0target\handoff.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1 | findstr /c:" version ""') do set "VERSION=%%~v"
if not defined VERSION (
  echo handoff: Java was not found; install a JDK, 17 or newer, and set JAVA_HOME to it.>&2
  exit /b 2
)
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% lss 17 (
  echo handoff: %JAVA% is Java %VERSION%; handoff needs a JDK, 17 or newer ^(see JAVA_HOME^).>&2
  exit /b 2
)

if not exist "%JAR%" (
  where mvn >nul 2>&1 || (
    echo handoff: Maven ^(mvn^) was not found; it is needed once, to build target\handoff.jar.>&2
    exit /b 2
  )
  echo handoff: building target\handoff.jar ...>&2
  call mvn -q -B -f "%~dp0pom.xml" package -Dmaven.test.skip=true || exit /b 2
)

set "FLAGS=-XX:+UseSerialGC -Xms32m -Djava.awt.headless=true"
if %MAJOR% geq 24 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %FLAGS% %HANDOFF_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
