ssh controlplane
# A sandbox holds a whole Pod.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
sed -i 's|^    image: .*|&\n    runtimeClassName: ${{ class }}|' pod.yaml
