# The handler is read on the node, and only nodes that have it are asked.
ssh node01 sudo grep -A1 runtimes /etc/containerd/config.toml
ssh controlplane
printf '%s\n' 'apiVersion: node.k8s.io/v1' 'kind: RuntimeClass' 'metadata:' '  name: ${{ class }}' 'handler: "${{ handler }}"' 'scheduling:' '  nodeSelector:' '    kubernetes.io/hostname: node01' > runtimeclass.yaml
echo '  runtimeClassName: ${{ class }}' >> pod.yaml
