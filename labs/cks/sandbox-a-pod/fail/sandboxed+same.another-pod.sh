ssh controlplane
# A new Pod in the sandbox leaves the old one where it is.
cat > runtimeclass.yaml <<'EOF'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: ${{ handler }}
EOF
cat > pod.yaml <<'EOF'
apiVersion: v1
kind: Pod
metadata:
  name: sandboxed
spec:
  runtimeClassName: ${{ class }}
  containers:
    - name: nginx
      image: nginx
EOF
