ssh controlplane
# A Pod that names what nobody made is refused.
sed -i 's|^spec:$|&\n  runtimeClassName: ${{ class }}|' pod.yaml
