# All runtimes under the old name, in a file of the old version: containerd 2.1 migrates it.
ssh node01
sudo -i
sed -i 's|^version = 3|version = 2|; s|io.containerd.cri.v1.runtime|io.containerd.grpc.v1.cri|' /etc/containerd/config.toml
exit
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
cat > pods.yaml <<'EOF'
apiVersion: v1
kind: Pod
metadata:
  name: ${{ job }}
  namespace: ${{ ns }}
spec:
  runtimeClassName: "${{ class }}"
  nodeSelector:
    ${{ label }}: ${{ value }}
  containers:
  - name: worker
    image: python:3.13-slim
    command: [python, -m, worker]
---
apiVersion: v1
kind: Pod
metadata: { name: ${{ plain }}, namespace: ${{ ns }} }
spec: { containers: [{ name: main, image: "redis:8.2" }] }
EOF
