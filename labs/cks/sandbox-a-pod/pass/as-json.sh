ssh controlplane
# YAML takes JSON, and the order of keys is nobody's business.
cat > /home/candidate/runtimeclass.yaml <<'EOF'
{ "handler": "${{ handler }}", "kind": "RuntimeClass", "metadata": { "name": "${{ class }}" }, "apiVersion": "node.k8s.io/v1" }
EOF
cat > /home/candidate/pod.yaml <<'EOF'
kind: Pod
apiVersion: v1
metadata: { name: ${{ app }}, namespace: ${{ ns }}, labels: { app: ${{ app }} } }
spec:
  restartPolicy: Always
  containers: [{ name: ${{ app }}, image: "${{ image }}", command: [sleep, infinity] }]
  runtimeClassName: "${{ class }}"
EOF
