@node "%~dp0pulumi-resource-victoriametrics" %*
