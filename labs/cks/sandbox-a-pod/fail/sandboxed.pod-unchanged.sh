ssh controlplane
# The class alone changes nothing.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
