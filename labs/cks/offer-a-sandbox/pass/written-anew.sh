# A short file: what it does not say, containerd knows itself.
ssh node01
sudo tee /etc/containerd/config.toml > /dev/null <<'EOF'
version = 3
[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes]
runc.options.SystemdCgroup = true
${{ handler }} = { runtime_type = "${{ type }}" }
EOF
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
