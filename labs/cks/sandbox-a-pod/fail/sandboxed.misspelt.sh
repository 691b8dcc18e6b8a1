ssh controlplane
# Fields are spelt exactly, capitals included.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
sed -i 's|^spec:$|&\n  runtimeclassName: ${{ class }}|' pod.yaml
