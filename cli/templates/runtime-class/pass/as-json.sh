ssh controlplane
echo '{"apiVersion": "node.k8s.io/v1", "kind": "RuntimeClass", "metadata": {"name": "${{ class }}"}, "handler": "runsc"}' > runtimeclass.yaml
