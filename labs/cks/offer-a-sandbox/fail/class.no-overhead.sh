# The sandbox costs what nobody counts.
ssh node01
sudo sed -i 's|io.containerd.grpc.v1.cri|io.containerd.cri.v1.runtime|' /etc/containerd/config.toml
exit
ssh controlplane
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
scheduling:
  nodeSelector:
    ${{ label }}: ${{ value }}
EOF
sed -i 's|^  overhead:$|  runtimeClassName: ${{ class }}|; /^    cpu: 50m$/d' pods.yaml
