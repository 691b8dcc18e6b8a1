ssh controlplane
# An empty name is not the same as none.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
sed -i 's|^spec:$|&\n  runtimeClassName: ""|' pod.yaml
