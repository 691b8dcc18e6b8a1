ssh controlplane
# An old page: v1beta1 is gone since 1.25, and had the handler at the top as well.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1beta1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
sed -i 's|^spec:$|&\n  runtimeClassName: ${{ class }}|' pod.yaml
