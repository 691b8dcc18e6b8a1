# runc stands under the new name, so the old one is not read in version 2 either.
ssh node01
sudo sed -i 's|^version = 3|version = 2|' /etc/containerd/config.toml
exit
ssh controlplane
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
overhead:
  podFixed:
    cpu: ${{ cpu }}
    memory: ${{ memory }}
scheduling:
  nodeSelector:
    ${{ label }}: ${{ value }}
EOF
sed -i 's|^  overhead:$|  runtimeClassName: ${{ class }}|; /^    cpu: 50m$/d' pods.yaml
