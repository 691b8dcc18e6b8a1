ssh controlplane
# Nobody reads such an annotation.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
sed -i 's|^  labels:$|  annotations:\n    node.kubernetes.io/runtime-class: ${{ class }}\n&|' pod.yaml
