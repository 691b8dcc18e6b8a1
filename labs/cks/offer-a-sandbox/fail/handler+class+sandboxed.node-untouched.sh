# containerd does not read the table where it stands.
ssh controlplane
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
overhead:
  podFixed:
    cpu: ${{ cpu }}
    memory: ${{ memory }}
scheduling:
  nodeSelector:
    ${{ label }}: ${{ value }}
EOF
sed -i 's|^  overhead:$|  runtimeClassName: ${{ class }}|; /^    cpu: 50m$/d' pods.yaml
