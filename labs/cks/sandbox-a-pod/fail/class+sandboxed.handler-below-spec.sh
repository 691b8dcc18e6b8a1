ssh controlplane
# There is no spec.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
spec:
  handler: ${{ handler }}
EOF
sed -i 's|^spec:$|&\n  runtimeClassName: ${{ class }}|' pod.yaml
