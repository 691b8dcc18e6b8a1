ssh controlplane
# The Pod names the class, not the handler.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
sed -i 's|^spec:$|&\n  runtimeClassName: ${{ handler }}|' pod.yaml
