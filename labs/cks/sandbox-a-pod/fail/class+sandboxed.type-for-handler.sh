ssh controlplane
# The type of a runtime has dots, and a handler must not.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ type }}
EOF
sed -i 's|^spec:$|&\n  runtimeClassName: ${{ class }}|' pod.yaml
