ssh controlplane
# runtimeHandler is what old clusters called it.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
runtimeHandler: ${{ handler }}
EOF
sed -i 's|^spec:$|&\n  runtimeClassName: ${{ class }}|' pod.yaml
